/** What a person reads under a field. English. */
export const fieldErrorsEnglish = {
  fieldErrors: {
    incompleteNumber: 'Enter a whole number of minutes.',
    incompleteDate: 'Enter a complete date.',
    dateOutOfRange: 'Enter a date between 1870 and 2100.',
    lowerAboveUpperRuntime: 'The shortest runtime is above the longest. Change one of them.',
    lowerAboveUpperDate: 'The first date is after the last. Change one of them.',
    invalid: 'This value cannot be used. Choose another.',
    refused: 'Discovr did not accept this: {reason}',
  },
} as const;
