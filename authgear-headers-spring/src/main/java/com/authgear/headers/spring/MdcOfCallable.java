package com.authgear.headers.spring;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/** The user of a request on the thread of its Callable, of which there is one at a time. */
final class MdcOfCallable implements CallableProcessingInterceptor {
    private final String userId;
    private @Nullable String before;

    MdcOfCallable(String userId) {
        this.userId = userId;
    }

    @Override
    public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
        before = AuthgearMdcFilter.replace(userId);
    }

    @Override
    public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
        AuthgearMdcFilter.replace(before);
    }
}
