/** A modular application. */
package com.authgear.headers.consumer;
