'use client';

import { Icon } from '../Icon.js';
import { warningIcon } from '../icons.js';
import { joinClasses } from '../slotClass.js';

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
  /**
   * Whether the button is less prominent, because the main button is elsewhere.
   * @default false
   */
  isSecondary?: boolean | undefined;
  className?: string | undefined;
}

/** Props of {@link StateNotice}. */
export interface StateNoticeProps extends StateNoticeLooks {
  /** What the state is; `undefined` when a heading above the notice says it. */
  title: string | undefined;
  /** Why, in one sentence. */
  text: string;
  /** The next step; `undefined` when the app offers none. */
  action: StateNoticeAction | undefined;
  /** Path of the icon; not shown between other content. */
  icon?: string | undefined;
  /**
   * Whether something failed. Screen readers then announce the text at once. Being signed out is not a failure.
   * @default false
   */
  isFailure?: boolean | undefined;
}

/** Says why a drop-in has nothing to show: a heading, a sentence, and one button for the next step. */
export function StateNotice(props: StateNoticeProps) {
  const { title, titleId, text, action, icon, headingLevel, look = 'center', isFailure = false, className } = props;
  const variant = props.isSecondary ? undefined : 'main';
  const Heading = `h${headingLevel}` as const;
  const shownIcon = icon ?? (isFailure ? warningIcon : undefined);
  return (
    // The up and down arrow keys of a page reach it too.
    <div className={joinClasses('discovr-StateNotice', className)} data-look={look} data-rail-stop="">
      {look === 'center' && shownIcon && (
        <span className="discovr-StateNotice-icon">
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
        <button type="button" className="discovr-Button" data-variant={variant} onClick={action.act}>
          {action.label}
        </button>
      )}
    </div>
  );
}
