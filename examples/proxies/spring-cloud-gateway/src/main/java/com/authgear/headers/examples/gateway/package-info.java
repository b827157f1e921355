/** Forward authentication in Spring Cloud Gateway. */
@NullMarked
package com.authgear.headers.examples.gateway;

import org.jspecify.annotations.NullMarked;
