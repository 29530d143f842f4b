'use client';

import { useProfilePicker } from './context.js';

/** Keys of the placeholder tiles. */
const PLACES = ['1', '2', '3', '4'];

/** Placeholder while the profiles load. */
export function ProfilesLoading() {
  const { messages } = useProfilePicker();
  return (
    <>
      <p role="status" className="discovr-VisuallyHidden">
        {messages.profiles.loading}
      </p>
      <div className="discovr-ProfileTiles" aria-hidden="true">
        {PLACES.map((place) => (
          <div key={place} className="discovr-ProfileTiles-item">
            <div className="discovr-ProfileTile" data-placeholder="">
              <span className="discovr-ProfileTile-face" />
              <span className="discovr-ProfileTile-name" />
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
