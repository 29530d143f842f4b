/** English messages of the navigation between pages. */
export const navigationEnglish = {
  navigation: {
    /** Accessible name of the list of tabs. Screen readers say it before "navigation". */
    label: 'Pages',
    home: 'Home',
    movies: 'Movies',
    series: 'Series',
    backTo: 'Back to {title}',
  },
} as const;
