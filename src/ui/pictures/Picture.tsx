'use client';

import { useCallback, useState, version, type ReactNode } from 'react';
import { isSafeImageUrl } from '../../api/schemas/imageUrl.js';
import type { ImageSources } from './tmdbImage.js';

/** Props of {@link Picture}. */
export interface PictureProps {
  /** Full URL, or nothing. */
  url: string | null | undefined;
  sourcesOf: (url: string) => ImageSources;
  /** What a person reads who does not see it; empty where the same words stand beside it. */
  alt: string;
  width: number;
  height: number;
  className: string;
  /** Whether it is what the page is first seen by: then it is fetched before others. Else it waits until it comes near. */
  isUrgent?: boolean | undefined;
  /** Stands for the picture where there is none, or where it does not load. */
  fallback: ReactNode;
}

// React 18 knows the attribute by its own name only, React 19 by its property only.
const URGENT = Number.parseInt(version, 10) >= 19 ? { fetchPriority: 'high' as const } : { fetchpriority: 'high' };

/** A picture of a known shape that leaves its place to something drawn where it fails. */
export function Picture(props: PictureProps) {
  // Another picture begins anew.
  return <Attempt key={props.url} {...props} />;
}

function Attempt({ url, sourcesOf, alt, width, height, className, isUrgent = false, fallback }: PictureProps) {
  const [hasFailed, setHasFailed] = useState(false);
  // In server-rendered markup it may have failed before there was anybody to hear it.
  const note = useCallback((image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth === 0 && image.currentSrc) setHasFailed(true);
  }, []);
  if (!url || hasFailed || !isSafeImageUrl(url)) return fallback;
  return (
    <img
      ref={note}
      className={className}
      // Before the URL, since Safari fetches at once what is not lazy yet.
      loading={isUrgent ? 'eager' : 'lazy'}
      decoding="async"
      {...(isUrgent && URGENT)}
      alt={alt}
      width={width}
      height={height}
      {...sourcesOf(url)}
      onError={() => setHasFailed(true)}
    />
  );
}
