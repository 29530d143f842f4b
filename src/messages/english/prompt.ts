/** English messages of the field for a wish in plain words. */
export const promptEnglish = {
  prompt: {
    label: 'What would you like to watch?',
    /** Accessible name of the list of examples. The language pack of prompts understands each of them in full. */
    examples: 'Examples',
    example1: 'A funny movie under 100 minutes',
    example2: 'Crime series from the 2010s',
    example3: 'Family movies on Disney+',
    /** Fills the field with the sentence of the chosen filters. */
    editAsText: 'Edit as text',
    /** Accessible name of the list of words that were understood. */
    understood: 'Understood',
    part: '{words} → {filter}',
    notUnderstood: 'Not understood: {words}',
    /** For words such as "award-winning". */
    noFilter: 'No filter for this: {words}',
    /** For words such as "no horror". */
    negation: 'Filters can’t exclude, so this is ignored: {words}',
    /** For a genre that the type lacks, or a service that the region lacks. */
    notOffered: 'Not available here: {words}',
    searchFor: 'Search for “{words}”',
  },
} as const;
