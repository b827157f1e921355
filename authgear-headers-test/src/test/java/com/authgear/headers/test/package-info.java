@NullMarked
package com.authgear.headers.test;

import org.jspecify.annotations.NullMarked;
