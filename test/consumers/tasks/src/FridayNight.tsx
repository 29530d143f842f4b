import { useCreatePage, useErrorText } from 'discovr-react';

export function FridayNight({ onCreated }: { onCreated: (pageId: string) => void }) {
  const { mutate, isPending, error } = useCreatePage({ onSuccess: ({ id }) => onCreated(id) });
  const errorText = useErrorText();
  const create = () =>
    mutate({ pageFilters: { genres: [35], media_type: 'movie', with_runtime_lte: 100 }, name: 'Friday night' });
  return (
    <>
      <button type="button" disabled={isPending} onClick={create}>
        Short comedies
      </button>
      {error && <p role="alert">{errorText(error)}</p>}
    </>
  );
}
