import { expectTypeOf, test } from 'vitest';
import {
  TitleSheet,
  useCreatePage,
  usePage,
  useProfiles,
  useRowItems,
  type FilterSpec,
  type MediaItem,
  type Page,
  useUpdateList,
} from '../src/index.js';

// Each comment contains the first line of the compiler's message. `npm run check -- samples` compares it.
const mistakes = {
  misspelledField(item: MediaItem) {
    // @ts-expect-error -- Property 'titel' does not exist on type 'MediaItem'. Did you mean 'title'?
    return item.titel;
  },
  unknownField(page: Page) {
    // @ts-expect-error -- Property 'idd' does not exist on type 'Page'.
    return page.idd;
  },
  misspelledFilter(): FilterSpec {
    // @ts-expect-error -- Object literal may only specify known properties, but 'genre' does not exist in type 'FilterSpec'. Did you mean to write 'genres'?
    return { genre: [35] };
  },
  idsAsText(): FilterSpec {
    // @ts-expect-error -- Type 'string' is not assignable to type 'number'.
    return { genres: ['35'] };
  },
  useFiltersAsPayload() {
    // @ts-expect-error -- Object literal may only specify known properties, and 'genres' does not exist in type 'CreatePagePayload'.
    return useCreatePage().mutate({ genres: [35] });
  },
  useUnloadedPage() {
    const { data } = usePage('page');
    // @ts-expect-error -- 'data' is possibly 'undefined'.
    return data.hero;
  },
  useFieldInSelect() {
    // @ts-expect-error -- Property 'nickname' does not exist on type 'Profile'.
    return useProfiles({ select: ([profile]) => profile?.nickname });
  },
  useItemOfAnyType() {
    const { data } = useRowItems('page', 'row');
    // @ts-expect-error -- Property 'pageId' does not exist on type 'RowItem'.
    return data?.pages.flatMap(({ items }) => items.map((item) => item.pageId));
  },
  useIdAsVariables() {
    // @ts-expect-error -- Argument of type 'string' is not assignable to parameter of type 'UpdateListVariables'.
    return useUpdateList('liked').mutate('MV_550');
  },
  pageAsItem(page: Page) {
    // @ts-expect-error -- Type 'Page' is not assignable to type 'HeroItem | MediaItem | null | undefined'.
    return <TitleSheet mediaId="MV_550" item={page} onClose={() => {}} />;
  },
};

test('the compiler reports typical mistakes', () => {
  expectTypeOf(mistakes).toBeObject();
});
