import { useInsertionEffect, useState } from 'react';
import { DiscovrPage, NavigationStack, PageFilterDialog, TitleSheet, type MediaItem } from '../../../src/index.js';
import type { FilterSpec } from '../../../src/filters/index.js';
import { barBrand } from '../bar.js';
import { filledFilters } from '../filledFilters.js';
import './lookApp.css';

/** Props of {@link LookApp}. */
export interface LookAppProps {
  /** A stylesheet that is loaded after the one of the library. */
  look: string;
  /**
   * Whether the shadcn/ui theme is dark.
   * @default false
   */
  isDark?: boolean;
}

const navigationClasses = { brand: 'look-brand' };

/** A browse page with navigation, filters and a sheet for each title, in one of the ready-made looks. */
export function LookApp({ look, isDark = false }: LookAppProps) {
  const [filters, setFilters] = useState<FilterSpec>(filledFilters);
  const [title, setTitle] = useState<MediaItem>();
  // Other stories share the document, so the stylesheet is removed with this one.
  useInsertionEffect(() => {
    const sheet = document.createElement('style');
    sheet.textContent = look;
    document.head.append(sheet);
    return () => sheet.remove();
  }, [look]);
  return (
    <main className={isDark ? 'look dark' : 'look'}>
      <NavigationStack
        history="none"
        brand={barBrand}
        classNames={navigationClasses}
        actions={<PageFilterDialog formProps={{ filters, onFiltersChange: setFilters, createsPage: false }} />}
      >
        {({ pageId, open }) => (
          <DiscovrPage
            pageId={pageId}
            title={null}
            onItemClick={(item) => {
              if (item.type === 'media') setTitle(item);
              else if (item.type === 'navigation') open(item);
            }}
          />
        )}
      </NavigationStack>
      <TitleSheet
        mediaId={title?.id}
        item={title}
        onClose={() => setTitle(undefined)}
        onPlay={() => setTitle(undefined)}
      />
    </main>
  );
}
