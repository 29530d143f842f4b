'use client';

import type { Ref } from 'react';
import { ProfileAvatar, type ProfileAvatarProps } from '../ProfileAvatar.js';

/** Props of {@link AvatarOption}. */
export interface AvatarOptionProps extends Pick<ProfileAvatarProps, 'kind'> {
  /** Name of the radio group. */
  group: string;
  url: string;
  /** URL of a smaller version of the image. */
  previewUrl?: string | undefined;
  label: string;
  isChosen: boolean;
  describedBy: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
  onChoose: (url: string) => void;
}

/** One avatar to choose: a radio button that covers its image. */
export function AvatarOption(props: AvatarOptionProps) {
  const { group, url, previewUrl = url, kind, label, isChosen, describedBy, inputRef, onChoose } = props;
  return (
    <label className="discovr-AvatarOption" data-chosen={isChosen ? '' : undefined}>
      <ProfileAvatar url={previewUrl} name={label} kind={kind} />
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
