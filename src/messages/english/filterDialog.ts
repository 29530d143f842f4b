/** English messages of the filter dialog. */
export const filterDialogEnglish = {
  filterDialog: {
    open: 'Filters',
    title: 'Filters',
    close: 'Close filters',
    apply: 'Show titles',
  },
} as const;
