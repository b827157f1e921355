/** Spring Security adapter; its types follow. */
@NullMarked
package com.authgear.headers.spring;

import org.jspecify.annotations.NullMarked;
