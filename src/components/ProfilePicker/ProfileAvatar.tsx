'use client';

import { useState } from 'react';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion.js';

/** Props of {@link ProfileAvatar}. */
export interface ProfileAvatarProps {
  /** An image or an MP4; may be empty. */
  url: string;
  /** Whose it is: its first letter stands where the picture cannot be shown. */
  name: string;
}

type Medium = 'image' | 'video' | 'monogram';

/** Draws an avatar, which is decoration beside a name: an image, a silent clip, or the first letter of the name. */
export function ProfileAvatar({ url, name }: ProfileAvatarProps) {
  // Another picture begins anew.
  return (
    <span className="discovr-Avatar" aria-hidden="true">
      <Picture key={url} url={url} name={name} />
    </span>
  );
}

function Picture({ url, name }: ProfileAvatarProps) {
  const [medium, setMedium] = useState<Medium>(() => mediumOf(url));
  const isStill = usePrefersReducedMotion();
  if (medium === 'image') {
    // The API does not say which of the two an address is; one without an ending may turn out to be a clip.
    return <img className="discovr-Avatar-picture" src={url} alt="" onError={() => setMedium('video')} />;
  }
  if (medium === 'video') {
    return (
      <video
        // A clip that plays already does not stop when the attribute goes; a fresh one stays at its first frame.
        key={isStill ? 'still' : 'moving'}
        className="discovr-Avatar-picture"
        src={url}
        autoPlay={!isStill}
        preload="auto"
        muted
        loop
        playsInline
        disablePictureInPicture
        tabIndex={-1}
        onError={() => setMedium('monogram')}
      />
    );
  }
  return <span className="discovr-Avatar-monogram">{initialOf(name)}</span>;
}

function mediumOf(url: string): Medium {
  if (!url) return 'monogram';
  return /^data:video\//i.test(url) || /\.mp4$/i.test(url.split(/[?#]/, 1)[0]!) ? 'video' : 'image';
}

/** The first letter as a person sees it, marks included. */
function initialOf(name: string): string {
  return (
    name
      .trim()
      .match(/^\P{M}\p{M}*/u)?.[0]
      .toUpperCase() ?? ''
  );
}
