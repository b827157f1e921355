/** The application: what stands here could be yours. It knows nothing of the front. */
@NullMarked
package com.authgear.headers.examples.springboot.app;

import org.jspecify.annotations.NullMarked;
