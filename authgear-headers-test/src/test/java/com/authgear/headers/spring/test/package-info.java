@NullMarked
package com.authgear.headers.spring.test;

import org.jspecify.annotations.NullMarked;
