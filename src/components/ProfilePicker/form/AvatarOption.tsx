'use client';

import type { Ref } from 'react';
import { ProfileAvatar } from '../ProfileAvatar.js';

/** Props of {@link AvatarOption}. */
export interface AvatarOptionProps {
  /** Name of the group of radios. */
  group: string;
  url: string;
  /** A smaller picture of the same. */
  previewUrl?: string | undefined;
  label: string;
  isChosen: boolean;
  describedBy: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
  onChoose: (url: string) => void;
}

/** One picture to choose: a radio that lies over it. */
export function AvatarOption(props: AvatarOptionProps) {
  const { group, url, previewUrl = url, label, isChosen, describedBy, inputRef, onChoose } = props;
  return (
    <label className="discovr-AvatarOption" data-chosen={isChosen ? '' : undefined}>
      <ProfileAvatar url={previewUrl} name={label} />
      <input
        ref={inputRef}
        type="radio"
        className="discovr-AvatarOption-radio"
        name={group}
        aria-label={label}
        aria-describedby={describedBy}
        checked={isChosen}
        onChange={() => onChoose(url)}
      />
    </label>
  );
}
