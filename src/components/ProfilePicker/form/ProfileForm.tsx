'use client';

import { useId, useRef, type RefObject } from 'react';
import { useController, useForm, type FieldError } from 'react-hook-form';
import type { Profile } from '../../../api/profiles.js';
import { errorMessage } from '../../../messages/errorMessage.js';
import { formatMessage, lookUp } from '../../../messages/formatMessage.js';
import { useIsomorphicLayoutEffect } from '../../../react/hooks.js';
import type { DiscovrError } from '../../../shared/errors.js';
import { Alert } from '../../../ui/Announcement.js';
import { StableLabel } from '../../../ui/StableLabel.js';
import { FieldMessage } from '../../../ui/fields/NativeField.js';
import { ProfileAvatar } from '../ProfileAvatar.js';
import { useProfilePicker } from '../context.js';
import { AvatarChooser, useReadyAvatars } from './AvatarChooser.js';

interface ProfileFormProps {
  /** The profile to edit; `undefined` to create one. */
  profile?: Profile | undefined;
  /** Avatar URLs of the other profiles. An avatar that is not among them is suggested. */
  takenAvatars?: readonly string[] | undefined;
  titleId: string;
  /** Labels of the submit button: when idle, and while saving. */
  submitTexts: readonly [idle: string, saving: string];
  isSaving: boolean;
  error: DiscovrError | null;
  /** Whether the name field takes focus when the form is mounted. */
  takesFocus: boolean;
  /** Saves the values. If that fails, pass the error to `onError`, which shows its issues on their fields. */
  onSubmit: (values: ProfileFormValues, onError: (error: DiscovrError) => void) => void;
  /**
   * Hue of the initial, when there is no picture.
   * @default none
   */
  hue?: number | undefined;
  /** Receives the button that deletes the profile. Without it, there is no such button. */
  deleteButton?: RefObject<HTMLButtonElement | null> | undefined;
  onDelete?: (() => void) | undefined;
  /** `undefined` when there are no tiles to return to. */
  onCancel?: (() => void) | undefined;
}

const FIELDS = ['name', 'avatarUrl'] as const;

/** Form for the name and the avatar of a profile. */
export function ProfileForm(props: ProfileFormProps) {
  const { profile, takenAvatars = [], titleId, submitTexts, isSaving, error, takesFocus, onSubmit, onCancel } = props;
  const { hue, deleteButton, onDelete } = props;
  const { messages } = useProfilePicker();
  const texts = messages.profiles;
  const ready = useReadyAvatars();
  // A profile without an avatar gets a suggestion, like a new profile.
  const suggested = profile?.avatarUrl
    ? ''
    : (ready.urls.find((url) => !takenAvatars.includes(url)) ?? ready.urls[0] ?? '');
  const { control, handleSubmit, setError, setValue, getValues } = useForm<ProfileFormValues>({
    defaultValues: { name: profile?.name ?? '', avatarUrl: profile?.avatarUrl ?? '' },
  });
  const name = useController({ control, name: 'name', rules: profileFormRules.name });
  // A profile without a picture can be renamed while there are none to choose from.
  const avatar = useController({ control, name: 'avatarUrl', ...(!profile && { rules: profileFormRules.avatarUrl }) });
  const avatarUrl = avatar.field.value || suggested;
  const id = useId();

  const nameInput = useRef<HTMLInputElement>(null);
  // react-hook-form's `setFocus` moves the focus later, and until then, nothing would have it.
  useIsomorphicLayoutEffect(() => {
    if (takesFocus) nameInput.current?.focus();
  }, [takesFocus]);

  const textOf = (fault: FieldError | undefined) => {
    if (fault?.type === 'server') return fault.message || messages.fieldErrors.invalid;
    return (
      fault &&
      (lookUp({ nameMissing: texts.nameMissing, pictureMissing: texts.pictureMissing }, fault.message ?? '') ??
        messages.fieldErrors.invalid)
    );
  };
  const nameError = textOf(name.fieldState.error);
  const avatarFault = avatar.fieldState.error;
  // If an avatar is suggested after a submit, the error about the missing avatar must disappear.
  const avatarError = avatarUrl && avatarFault?.type !== 'server' ? undefined : textOf(avatarFault);
  const submit = handleSubmit((values) =>
    onSubmit({ ...values, name: values.name.trim() }, (failure) =>
      refusedFields(failure).forEach(({ field, message }, index) =>
        setError(field, { type: 'server', message }, { shouldFocus: index === 0 }),
      ),
    ),
  );
  const isShownOnFields = error !== null && refusedFields(error).length > 0;

  return (
    <form
      className="discovr-ProfileForm"
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (isSaving) return;
        if (!getValues('avatarUrl')) setValue('avatarUrl', suggested);
        void submit();
      }}
    >
      <div className="discovr-ProfileForm-head">
        <ProfileAvatar url={avatarUrl} name={name.field.value} hue={hue} />
        <div className="discovr-Field" data-invalid={nameError ? '' : undefined}>
          <label className="discovr-Field-label" htmlFor={id}>
            {texts.name}
          </label>
          <input
            {...name.field}
            ref={(element) => {
              nameInput.current = element;
              name.field.ref(element);
            }}
            id={id}
            type="text"
            className="discovr-Input"
            autoComplete="off"
            aria-required="true"
            aria-invalid={nameError ? true : undefined}
            aria-describedby={nameError ? `${id}-error` : undefined}
          />
          <FieldMessage id={`${id}-error`} text={nameError} />
        </div>
      </div>
      <AvatarChooser
        value={avatarUrl}
        saved={profile?.avatarUrl}
        ready={ready}
        error={avatarError}
        focusRef={avatar.field.ref}
        onChange={avatar.field.onChange}
      />
      <Alert text={error && !isSaving && !isShownOnFields ? errorMessage(error, messages) : undefined} />
      <div className="discovr-Actions-bar">
        <button type="submit" className="discovr-Button" data-variant="main" aria-disabled={isSaving || undefined}>
          <StableLabel text={submitTexts[isSaving ? 1 : 0]} texts={submitTexts} />
          {isSaving && <span className="discovr-Button-progress" aria-hidden="true" />}
        </button>
        {onCancel && (
          <button type="button" className="discovr-Button" data-look="outline" onClick={onCancel}>
            {texts.cancel}
          </button>
        )}
      </div>
      {deleteButton && profile && (
        <div className="discovr-ProfileForm-foot">
          <button
            ref={deleteButton}
            type="button"
            className="discovr-Button discovr-ProfileForm-delete"
            data-look="text"
            onClick={onDelete}
          >
            {formatMessage(texts.deleteNamed, { name: profile.name })}
          </button>
        </div>
      )}
    </form>
  );
}

/** Returns the fields that the server rejected, each with the message of its first issue. */
function refusedFields({ issues = [] }: DiscovrError) {
  return FIELDS.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    return issue ? [{ field, message: issue.message }] : [];
  });
}

interface ProfileFormValues {
  name: string;
  avatarUrl: string;
}

/** Rules of the profile form. Messages are keys of `messages.profiles`. */
const profileFormRules = {
  name: { validate: (name: string) => name.trim() !== '' || 'nameMissing' },
  avatarUrl: { validate: (url: string) => url !== '' || 'pictureMissing' },
} as const;
