/** English messages of the field for a wish in plain words. */
export const promptEnglish = {
  prompt: {
    label: 'What would you like to watch?',
    /** Accessible name of the list of examples. The language pack of prompts understands each of them in full. */
    examples: 'Examples',
    example1: 'A funny movie under 100 minutes',
    example2: 'Crime series from the 2010s',
    example3: 'Family movies on Disney+',
    /** On a television only. */
    example4: 'Horror movies from the 1990s',
    /** In the empty field. */
    example5: 'Science fiction movies from the 1980s',
    /** Fills the field with the sentence of the chosen filters. */
    editAsText: 'Edit as text',
    /** Accessible name of the list of words that were understood. */
    understood: 'Understood',
    part: '{words} → {filter}',
    /** Why words were not applied. Replaces `{filter}` of `part`. */
    notUnderstood: 'Not understood',
    /** For words such as "award-winning", for which there is no kind of filter. */
    noRating: 'Can’t filter by rating',
    noAwards: 'Can’t filter by awards',
    noQuality: 'Can’t filter by picture or sound quality',
    noPrice: 'Can’t filter by price',
    noLanguage: 'Can’t filter by language or subtitles',
    noAge: 'Can’t filter by age rating',
    noOrigin: 'Can’t filter by country of origin',
    /** For words such as "no horror". */
    negation: 'Can’t exclude this',
    /** For a genre that the type lacks, or a service that the region lacks. */
    notOffered: 'Not available here',
    /** Buttons beside the words that they search for. `searchFor` calls `onUnknown`. */
    searchFor: 'Search titles',
    keywordsFor: 'Search keywords',
    /** While the app's own model reads the wish. */
    reading: 'Reading your wish…',
    /** The button for speech, and what it does while it listens. */
    speak: 'Speak',
    stopListening: 'Stop listening',
    askingMicrophone: 'Allow access to the microphone, then speak.',
    listening: 'Listening…',
    nothingHeard: 'Didn’t hear anything. Try again, or type.',
    microphoneRefused: 'The microphone is blocked. Allow it in the browser’s settings, or type.',
    voiceFailed: 'Voice input isn’t available right now. Type instead.',
  },
} as const;
