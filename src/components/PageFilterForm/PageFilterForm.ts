import { PageFilterFormDropIn } from './PageFilterFormDropIn.js';
import { parts } from './parts.js';

/**
 * Form that creates a personalized page from filters. Children replace its parts: omit some, reorder them, or add
 * custom ones. Each part is also a separate export.
 *
 * @example
 * <PageFilterForm onPageCreated={(page) => navigate(`/browse/${page.id}`)} />
 */
// This module and that of the parts have no 'use client', so that server components can read the parts.
export const PageFilterForm = Object.assign(PageFilterFormDropIn, parts);
