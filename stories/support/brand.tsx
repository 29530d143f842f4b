import { posterOf } from '../../src/emulator/catalog/artwork.js';
import { catalogTitles } from '../../src/emulator/catalog/catalog.js';
import './brand.css';

/** The drawn logo of an invented app. */
export function Brand() {
  return (
    <span className="brand">
      <svg viewBox="0 0 56 56" width="56" height="56" role="img" aria-label="Nightowl">
        <path d="M8 18 18 10h20l10 8v14a20 20 0 0 1-40 0z" fill="#5b4bd6" />
        <circle cx="20" cy="28" r="7" fill="#fff" />
        <circle cx="36" cy="28" r="7" fill="#fff" />
        <circle cx="20" cy="28" r="3" fill="#19191b" />
        <circle cx="36" cy="28" r="3" fill="#19191b" />
        <path d="m25 36 3 5 3-5z" fill="#f2b632" />
      </svg>
      <span aria-hidden="true">Nightowl</span>
    </span>
  );
}

/** Posters that fill the space behind the sign-in. They are at an angle, so that no edge is beside the panel's. */
export function Art() {
  return (
    <svg viewBox="0 0 1200 800" width="100%" height="100%" preserveAspectRatio="xMidYMid slice">
      <rect width="1200" height="800" fill="#0b0b12" />
      <g transform="rotate(-12 600 400)" opacity="0.5">
        {catalogTitles()
          .slice(0, 70)
          .map((title, index) => (
            <image
              key={title.id}
              href={posterOf(title)}
              x={(index % 10) * 152 - 158}
              y={Math.floor(index / 10) * 222 - 310 - ((index % 10) % 2) * 90}
              width="140"
              height="210"
              style={{ clipPath: 'inset(0 round 8px)' }}
            />
          ))}
      </g>
    </svg>
  );
}
