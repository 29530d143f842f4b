'use client';

import { Icon, warningIcon } from './Icon.js';
import { joinClasses } from './classNames.js';

/** The button of a notice. */
export interface StateNoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** Appearance and place of a notice. */
export interface StateNoticeLooks {
  /** Level of the heading. */
  headingLevel: 1 | 2 | 3 | 4 | 5;
  /** Id of the heading, when it labels an element. */
  titleId?: string | undefined;
  /**
   * `center` fills the place of the missing content; `start` stands between other content.
   * @default 'center'
   */
  look?: 'center' | 'start' | undefined;
  className?: string | undefined;
}

interface StateNoticeProps extends StateNoticeLooks {
  /** What the state is; `undefined` when a heading above the notice says it. */
  title: string | undefined;
  /** Why, in one sentence. */
  text: string;
  /** The next step; `undefined` when the app offers none. */
  action: StateNoticeAction | undefined;
  /** Path of the icon; not shown between other content. */
  icon?: string | undefined;
  /** Whether the icon has the color of an error. */
  isFault?: boolean | undefined;
  /** Whether a dialog for the next step is above it. */
  isCovered?: boolean | undefined;
  /**
   * Whether something failed. Screen readers then announce the text at once. Being signed out is not a failure.
   * @default false
   */
  isFailure?: boolean | undefined;
}

/** Level of a heading below another one. */
export const LEVEL_BELOW = { 1: 2, 2: 3, 3: 4, 4: 5 } as const;

/** Says why a drop-in has nothing to show: a heading, a sentence, and one button for the next step. */
export function StateNotice(props: StateNoticeProps) {
  const { title, titleId, text, action, icon, headingLevel, look = 'center', className } = props;
  const { isFailure = false, isFault = false, isCovered = false } = props;
  const Heading = `h${headingLevel}` as const;
  const shownIcon = icon ?? (isFailure ? warningIcon : undefined);
  return (
    // The up and down arrow keys of a page reach it too.
    <div
      className={joinClasses('discovr-StateNotice', className)}
      data-look={look}
      data-covered={isCovered ? '' : undefined}
      data-rail-stop="notice"
    >
      {look === 'center' && shownIcon && (
        <span className="discovr-StateNotice-icon" data-look={isFault ? 'fault' : undefined}>
          <Icon path={shownIcon} />
        </span>
      )}
      {title !== undefined && (
        <Heading id={titleId} className="discovr-StateNotice-title">
          {title}
        </Heading>
      )}
      <p role={isFailure ? 'alert' : undefined} className="discovr-StateNotice-text">
        {text}
      </p>
      {action && (
        <button type="button" className="discovr-Button" data-variant="main" onClick={action.act}>
          {action.label}
        </button>
      )}
    </div>
  );
}
