'use client';

import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect` in browsers. On the server neither effect runs; `useEffect` avoids a warning of React 18. */
export const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;
