'use client';

import { useState } from 'react';
import { useDiscovrContext } from '../../react/provider/context.js';
import { usePrefersReducedMotion } from '../../ui/hooks.js';
import { checkIcon, Icon } from '../../ui/Icon.js';

export interface ProfileAvatarProps {
  /** URL of an image or an MP4 video; can be empty. */
  url: string;
  /** Name whose first letter is shown when the URL loads neither as an image nor as a video. */
  name: string;
  /**
   * Hue of the letter's background, from `tileHue()`.
   * @default none
   */
  hue?: number | undefined;
  /**
   * What the URL is, for the app's own images.
   * @default 'avatar'
   */
  kind?: 'avatar' | 'gif' | undefined;
}

type Medium = 'image' | 'video' | 'monogram';

/**
 * Shows an avatar: an image, a muted video, or the first letter of the name. Hidden from assistive technology, because
 * the name is available next to it.
 */
export function ProfileAvatar(props: ProfileAvatarProps) {
  // The key resets the medium when the URL changes.
  return (
    <span className="discovr-Avatar" aria-hidden="true">
      <Picture key={props.url} {...props} />
    </span>
  );
}

/** The check mark of the active profile and of the chosen avatar. */
export const ActiveMark = () => (
  <span className="discovr-ProfileTile-mark" data-look="active">
    <Icon path={checkIcon} />
  </span>
);

function Picture({ url, name, hue, kind = 'avatar' }: ProfileAvatarProps) {
  const { renderImage } = useDiscovrContext('<ProfilePicker>');
  const [medium, setMedium] = useState<Medium>(() => mediumOf(url));
  const isStill = usePrefersReducedMotion();
  if (medium === 'image') {
    // The API does not say whether a URL is an image or a video. A URL without a file extension can be either.
    const image = {
      className: 'discovr-Avatar-picture',
      src: url,
      width: 160,
      height: 160,
      onError: () => setMedium('video'),
    };
    return renderImage ? renderImage({ ...image, alt: '', kind }) : <img {...image} alt="" />;
  }
  if (medium === 'video') {
    return (
      <video
        // Removing `autoplay` does not stop a playing video. A new element stays at its first frame.
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
  return (
    <span className="discovr-Avatar-monogram" data-hue={hue}>
      {initialOf(name)}
    </span>
  );
}

function mediumOf(url: string): Medium {
  if (!url) return 'monogram';
  return /^data:video\//i.test(url) || /\.mp4$/i.test(url.split(/[?#]/, 1)[0]!) ? 'video' : 'image';
}

/** Returns the first letter with its combining marks. */
function initialOf(name: string): string {
  return (
    name
      .trim()
      .match(/^\P{M}\p{M}*/u)?.[0]
      .toUpperCase() ?? ''
  );
}

/**
 * Number of hues of initials. It is larger than 7, the distance from a tile to the tile diagonally below it in rows of
 * six.
 */
const HUES = 8;

/**
 * Returns the hue of a monogram, 0 to 7, from the position of its tile. The eight tiles around a tile have other hues,
 * however many tiles are in a row (one to six).
 */
export function tileHue(position: number): number {
  return position % HUES;
}
