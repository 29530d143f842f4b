import { Brand } from './brand.js';
import './bar.css';

/** The brand of an invented app as a link, sized for a navigation bar. */
export const barBrand = (
  <a className="bar-brand" href="#home">
    <Brand />
  </a>
);

/** Controls of an invented app in a navigation bar: a search button and the avatar of the profile. */
export const barActions = (
  <>
    <button type="button" className="bar-button" aria-label="Search">
      <svg
        viewBox="0 0 24 24"
        width="22"
        height="22"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <circle cx="10.5" cy="10.5" r="6.5" />
        <path d="m15.5 15.5 5 5" strokeLinecap="round" />
      </svg>
    </button>
    <button type="button" className="bar-button" aria-label="Alex, change profile">
      <span className="bar-avatar" aria-hidden="true">
        A
      </span>
    </button>
  </>
);
