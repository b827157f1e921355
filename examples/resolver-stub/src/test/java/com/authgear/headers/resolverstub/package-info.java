@NullMarked
package com.authgear.headers.resolverstub;

import org.jspecify.annotations.NullMarked;
