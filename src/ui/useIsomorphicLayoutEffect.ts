'use client';

import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect`, which React 18 warns about on the server, where neither runs. */
export const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;
