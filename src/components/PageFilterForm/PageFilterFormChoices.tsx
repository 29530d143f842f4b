'use client';

import { forwardRef, memo, useMemo, useState } from 'react';
import { anyOfNames } from '../../filters/describeFilter.js';
import { withoutTwins } from '../../filters/genreTwins.js';
import { builtInRegion, regionCodes, regionFlag } from '../../filters/vocabulary/defaultVocabulary.js';
import type { Option, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { regionOfLocale } from '../../messages/locale.js';
import { useVocabularyLists } from '../../react/filters/useLabels.js';
import { useKeywordSearch } from '../../react/filters/useVocabulary.js';
import { useHydrated, useLatestMethods } from '../../react/hooks.js';
import { FilterGroup, type FilterGroupProps, type GroupElementProps } from '../../ui/fields/FilterGroup.js';
import { SegmentedControl } from '../../ui/fields/SegmentedControl.js';
import { OptionPicker, type OptionPickerProps } from '../../ui/options/OptionPicker.js';
import { useField, useFormController, useNameOf, useValue } from './context.js';

/** Props of {@link PageFilterFormMediaType}: the props of a `<fieldset>`. */
export type PageFilterFormMediaTypeProps = GroupElementProps;

const TYPES = ['all', 'movie', 'tv'] as const;

/** Field for choosing films, series or both. Renders a `<fieldset>` of radio buttons. */
export const PageFilterFormMediaType = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormMediaTypeProps>(function PageFilterFormMediaType(props, ref) {
    const controller = useFormController();
    const { messages } = controller;
    const { value, error, focusRef } = useField(controller, 'mediaType');
    return (
      <FilterGroup {...props} ref={ref} legend={messages.form.mediaType} isWide error={error}>
        <SegmentedControl
          options={TYPES.map((type) => ({ value: type, label: messages.mediaTypes[type] }))}
          value={value}
          onValueChange={controller.setMediaType}
          focusRef={focusRef}
        />
      </FilterGroup>
    );
  }),
);

/** Props of {@link PageFilterFormGenres}: the props of a `<fieldset>`. */
export type PageFilterFormGenresProps = GroupElementProps;

/** A list with more genres than this gets a search field. */
const MAX_GENRES_WITHOUT_SEARCH = 60;

/** A narrow form shows a list of up to this many genres at once, and of a longer one the first twelve. */
const MAX_GENRES_UNFOLDED = 14;

/**
 * Field for choosing genres. The options depend on the chosen type: a genre of films and its twin of series are one
 * option where both are shown. A narrow form shows the first twelve and the chosen ones, until the user opens the list.
 * Renders a `<fieldset>` of checkboxes.
 */
export const PageFilterFormGenres = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormGenresProps>(function PageFilterFormGenres(props, ref) {
    const controller = useFormController();
    const { vocabulary, messages } = controller;
    const mediaType = useValue(controller, 'mediaType');
    const isFolded = mediaType === 'all';
    const list = useVocabularyLists(vocabulary).genres(isFolded ? undefined : mediaType);
    const options = useMemo(() => (isFolded ? foldedOptions(list.options) : list.options), [isFolded, list.options]);
    const isLong = options.length > MAX_GENRES_WITHOUT_SEARCH;
    return (
      <ChoicePart
        {...props}
        ref={ref}
        kind="genres"
        isFolded={isFolded}
        isWide
        picker={{
          readList: () => ({ ...list, options }),
          look: 'pills',
          searchLabel: isLong ? messages.form.searchGenres : undefined,
          isFoldable: !isLong && options.length > MAX_GENRES_UNFOLDED,
          total: options.length,
        }}
      />
    );
  }),
);

function foldedOptions(options: readonly Option[]): readonly Option[] {
  const ids = new Set(withoutTwins(options.map(({ id }) => id)));
  return options.filter(({ id }) => ids.has(id));
}

/** Props of {@link PageFilterFormKeywords}: the props of a `<fieldset>`. */
export type PageFilterFormKeywordsProps = GroupElementProps;

/** Number of popular keywords that are shown before a search. */
const MAX_POPULAR_KEYWORDS = 6;

/**
 * Field for finding and choosing keywords. Offers the popular ones of the vocabulary until the user searches. Renders a
 * `<fieldset>` with a search field, or nothing when the vocabulary has no keywords and none is chosen.
 */
export const PageFilterFormKeywords = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormKeywordsProps>(function PageFilterFormKeywords(props, ref) {
    const controller = useFormController();
    const { vocabulary } = controller;
    const chosen = useValue(controller, 'keywords');
    const { searchKeywords, popularKeywords } = vocabulary;
    if (searchKeywords === undefined && popularKeywords === undefined && chosen.length === 0) return null;
    return <Keywords {...props} ref={ref} />;
  }),
);

const Keywords = forwardRef<HTMLFieldSetElement, PageFilterFormKeywordsProps>(function Keywords(props, ref) {
  const { vocabulary, messages } = useFormController();
  const [query, setQuery] = useState('');
  const search = useKeywordSearch(vocabulary, query);
  const popular = useVocabularyLists(vocabulary).popularKeywords().options.slice(0, MAX_POPULAR_KEYWORDS);
  const canSearch = vocabulary.searchKeywords !== undefined;
  return (
    <ChoicePart
      {...props}
      ref={ref}
      kind="keywords"
      picker={{
        readList: () => {
          const { status } = search;
          return status === 'idle' ? { ...search, status: 'success', options: popular } : { ...search, status };
        },
        look: 'pills',
        searchLabel: canSearch ? messages.form.searchKeywords : undefined,
        remoteSearch: { query, onQueryChange: setQuery },
      }}
    />
  );
});

/** Props of {@link PageFilterFormRegions}: the props of a `<fieldset>`. */
export type PageFilterFormRegionsProps = GroupElementProps;

const NOT_YET = { status: 'success', options: [], retry: () => undefined } as const;

/**
 * Field for choosing the regions in which titles are available. The offered watch providers depend on them. Renders a
 * `<fieldset>` with a search field. Until the user searches or opens the list, only the chosen regions are listed, and
 * that of the provider's locale.
 */
export const PageFilterFormRegions = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormRegionsProps>(function PageFilterFormRegions(props, ref) {
    const { vocabulary, messages, locale } = useFormController();
    const lists = useVocabularyLists(vocabulary);
    const own = regionOfLocale(locale);
    const ownName = builtInRegion(vocabulary, own);
    // Servers and browsers name and sort some regions differently, so the list is not rendered until hydration.
    const isHydrated = useHydrated();
    return (
      <ChoicePart
        {...props}
        ref={ref}
        kind="regions"
        picker={{
          readList: () => (isHydrated ? lists.regions() : NOT_YET),
          look: 'pills',
          mark: 'flag',
          flagOf: regionFlag,
          searchLabel: messages.form.searchRegions,
          preview: ownName === undefined ? [] : [{ id: own, label: ownName }],
          total: ownName === undefined ? undefined : regionCodes.length,
        }}
      />
    );
  }),
);

/** Props of {@link PageFilterFormWatchProviders}: the props of a `<fieldset>`. */
export type PageFilterFormWatchProvidersProps = GroupElementProps;

/** A list with more watch providers than this gets a search field. */
const MAX_PROVIDERS_WITHOUT_SEARCH = 24;

/** A narrow form shows a list of up to this many watch providers at once, and of a longer one the first six. */
const MAX_PROVIDERS_UNFOLDED = 8;

/**
 * Field for choosing watch providers: twelve, with the chosen ones first, until the user opens the list. A narrow form
 * shows the first six and the chosen ones. The legend names the regions on which they depend, and leads to their part of
 * the form. Renders a `<fieldset>`, or nothing when the vocabulary has no watch providers.
 */
export const PageFilterFormWatchProviders = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormWatchProvidersProps>(function PageFilterFormWatchProviders(props, ref) {
    const controller = useFormController();
    const { vocabulary, messages, locale, form } = controller;
    const chosen = useValue(controller, 'watchProviders');
    const regions = useValue(controller, 'regions');
    const regionOf = useNameOf(controller, 'regions', regions);
    const [canChange, setCanChange] = useState(true);
    const changeButton = (button: HTMLButtonElement | null) => {
      if (button) setCanChange(!!button.form?.querySelector('[data-kind="regions"]'));
    };
    const lists = useVocabularyLists(vocabulary);
    const list = lists.providers(regions);
    const isEmpty = ({ status, options }: typeof list) => status === 'success' && options.length === 0;
    if (chosen.length === 0 && isEmpty(list) && isEmpty(lists.providers([]))) return null;
    const { inRegions, inAllRegions, changeRegions } = messages.form;
    const change = { children: changeRegions, ref: changeButton, onClick: () => form.setFocus('regions') };
    const names = anyOfNames(regions.map(regionOf), locale);
    const isLong = list.options.length > MAX_PROVIDERS_WITHOUT_SEARCH;
    const text = names ? formatMessage(inRegions, { regions: names }) : inAllRegions;
    return (
      <ChoicePart
        {...props}
        ref={ref}
        kind="watchProviders"
        scope={canChange ? { text, change } : names ? { text } : undefined}
        isWide
        picker={{
          readList: () => list,
          look: 'tiles',
          mark: 'logo',
          searchLabel: isLong ? messages.form.searchWatchProviders : undefined,
          preview: list.status === 'success' ? list.options : undefined,
          isFoldable: list.options.length > MAX_PROVIDERS_UNFOLDED,
          total: list.options.length,
        }}
      />
    );
  }),
);

/** Props of {@link ChoicePart}: those of a `<fieldset>`, and how it offers the options. */
interface ChoicePartProps extends GroupElementProps {
  kind: VocabularyKind;
  /** Whether twins among the chosen genres are one choice. */
  isFolded?: boolean;
  isWide?: boolean;
  scope?: FilterGroupProps['scope'];
  picker: Pick<
    OptionPickerProps,
    'readList' | 'look' | 'mark' | 'flagOf' | 'searchLabel' | 'remoteSearch' | 'preview' | 'isFoldable' | 'total'
  >;
}

/** Group for choosing options of one kind in the draft. Its name is the message of `messages.form` under its kind. */
const ChoicePart = forwardRef<HTMLFieldSetElement, ChoicePartProps>(function ChoicePart(
  { kind, isFolded, picker, ...group },
  ref,
) {
  const controller = useFormController();
  const { messages, locale, dropped, announce } = controller;
  const { value: ids, error, focusRef } = useField(controller, kind);
  const value = isFolded ? withoutTwins(ids) : ids;
  const { onChoose } = useLatestMethods({
    onChoose: (option: Option, isChosen: boolean) => controller.setChoice(kind, option, isChosen),
  });
  const nameOf = useNameOf(controller, kind, value);
  const name = messages.form[kind];
  const texts = messages.picker;
  const count = value.length;
  const clear = {
    text: texts.clear,
    label: formatMessage(texts.clearGroup, { group: name }),
    onClear: () => controller.clearChoices(kind),
  };
  return (
    <FilterGroup
      data-kind={kind}
      {...group}
      ref={ref}
      legend={name}
      count={count > 0 ? formatMessage(texts.chosen, { count }, locale) : undefined}
      clear={count > 0 ? clear : undefined}
      error={error}
      note={dropped?.kind === kind ? dropped.message : undefined}
    >
      <OptionPicker
        {...picker}
        group={name}
        value={value}
        focusRef={focusRef}
        onChoose={onChoose}
        nameOf={nameOf}
        messages={messages}
        locale={locale}
        announce={announce}
      />
    </FilterGroup>
  );
});
