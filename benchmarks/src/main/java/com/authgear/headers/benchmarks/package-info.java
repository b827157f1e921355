/** What reading and checking the headers costs, beside the code that people write by hand. Not deployed. */
@NullMarked
package com.authgear.headers.benchmarks;

import org.jspecify.annotations.NullMarked;
