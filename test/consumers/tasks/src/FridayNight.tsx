import { isDiscovrError, useCreatePage } from 'discovr-react';

export function FridayNight({ onCreated }: { onCreated: (pageId: string) => void }) {
  const { mutate, isPending, error } = useCreatePage({ onSuccess: ({ id }) => onCreated(id) });
  const create = () =>
    mutate({ pageFilters: { genres: [35], media_type: 'movie', with_runtime_lte: 100 }, name: 'Friday night' });
  return (
    <>
      <button type="button" disabled={isPending} onClick={create}>
        Short comedies
      </button>
      {isDiscovrError(error, 'NOT_SIGNED_IN') && <p role="alert">Sign in first.</p>}
    </>
  );
}
