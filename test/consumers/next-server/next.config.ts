import type { NextConfig } from 'next';

export default { reactStrictMode: true, cacheComponents: true, partialPrefetching: true } satisfies NextConfig;
