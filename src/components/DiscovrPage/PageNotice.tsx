import { joinClasses } from '../../ui/classNames.js';

/** Says what stands in the way of a page. */
export function PageNotice({ text, className }: { text: string; className: string | undefined }) {
  return <p className={joinClasses('discovr-DiscovrPage-notice', className)}>{text}</p>;
}
