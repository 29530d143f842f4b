/** Returns a phrase that is hard to read, as a pattern, and what to write instead. */
const stumble = (phrase, instead) => ({ phrase: new RegExp(`\\b(?:${phrase})\\b`, 'i'), instead });

/** Phrases that must not occur in comments, titles, messages and docs. Add a phrase when you had to read it twice. */
export const phrases = [
  // Archaic words.
  stumble('anew', 'again'),
  stumble('mend(?:s|ed|ing)?', 'fix'),
  stumble('meanwhile', 'until then, in between, or the event that happens'),
  stumble('in the end', 'finally, or nothing'),
  stumble('be it', 'including, or whether … or'),
  stumble(
    'heretofore|hitherto|thereof|thereby|therein|wherein|whereof|whereby|lest|ere|nought|naught',
    'the usual word',
  ),
  stumble('in vain', 'without effect'),
  stumble('for good', 'permanently'),
  stumble('at will', 'freely'),
  stumble('beforehand', 'before, first'),
  stumble('unheard', 'unhandled'),
  stumble('of old', 'earlier'),
  stumble('save for', 'except'),

  // Nobody in particular.
  stumble('somebody|someone', 'the user, another tab, the caller: name who it is'),
  stumble('anybody|anyone', 'any user, any caller: name who it is'),
  stumble('nobody|no one', 'no user, no caller; “signed out”'),
  stumble('whoever|whomever|whosoever', 'the user who, the caller that: name who it is'),
  stumble('the person|a person|the people|persons', 'the user'),

  // Foreign word order and false friends.
  stumble('outlives? its session', 'keeps working when its session expires'),
  stumble('filters in force|in force', 'active filters'),
  stumble('it is no news|no news', 'ignores'),
  stumble('can be had|could be had|is to be had|cannot be had', 'is available, where supported'),
  stumble('gone on with|goes on with|go on with', 'continues'),
  stumble('(?:hang|hangs) in the air', 'has no parent page'),
  stumble('says? what they like to see', 'says what they want to watch'),
  stumble('not there for nobody', 'hidden while signed out'),
  stumble('as far as that', 'where'),
  stumble('hears? of', 'is notified of'),
  stumble('tells? whether', 'whether, returns whether'),
  stumble('is told of|are told of|told apart', 'is notified of, distinguished'),
  stumble('what is no|that is no|which is no|is none', 'is not a'),
  stumble('wished for', 'requested'),
  stumble('met with', 'gets'),
  stumble('come of it|comes of it', 'the result'),
  stumble('at one press', 'with one click'),
  stumble('such a one|the like of', 'the noun'),
  stumble('is good for|are good for|good once', 'is valid for, valid once'),
  stumble('by itself alone', 'alone'),
  stumble('stands? in for', 'replaces, represents'),
  stumble('takes? for granted', 'assumes'),
  stumble('by and by', 'gradually'),
  stumble('one after another', 'one at a time'),
  stumble('the former', 'the noun'),
  stumble('of yours|of ours|of theirs', 'your, our, their'),

  // Messages for users.
  stumble('Stop changing titles', 'Pause slideshow'),
  stumble('Taken off the watchlist', 'Removed from watchlist'),
  stumble('Present picture', 'Current picture'),
  stumble('may not do this', 'can’t do this'),
];
