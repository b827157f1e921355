@NullMarked
package com.authgear.headers.soak;

import org.jspecify.annotations.NullMarked;
