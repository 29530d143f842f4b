/** Words of the navigation between pages. English. */
export const navigationEnglish = {
  navigation: {
    /** Name of the list of tabs; screen readers say it before "navigation". */
    label: 'Pages',
    home: 'Home',
    movies: 'Movies',
    series: 'Series',
    backTo: 'Back to {title}',
  },
} as const;
