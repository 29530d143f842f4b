/** Words of the filter form as a dialog. English. */
export const filterDialogEnglish = {
  filterDialog: {
    open: 'Filters',
    title: 'Filters',
    close: 'Close filters',
  },
} as const;
