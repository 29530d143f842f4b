export default { reactStrictMode: true, cacheComponents: true, partialPrefetching: true };
