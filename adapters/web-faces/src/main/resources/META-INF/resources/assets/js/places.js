// Where mail belongs: the three categories, as commands, the API and people call them.
import * as lists from './list.js';
import { say } from './words.js';

/** The category that each of these commands puts mail into. */
export const SORTED = { 'to-imbox': 'imbox', 'to-feed': 'feed', 'to-paper': 'paper_trail' };

const CALLED = { imbox: 'client.place.imbox', feed: 'client.place.feed', paper_trail: 'client.place.paper' };
const TOWARDS = { imbox: 'client.place.to-imbox', feed: 'client.place.to-feed', paper_trail: 'client.place.to-paper' };

/** The view that is shown; null for folders, labels and searches. */
export const view = () => new URLSearchParams(lists.query()).get('view');

/** What a category is called. */
export const called = category => say(CALLED[category]);

/** To a category, in words. */
export const towards = category => say(TOWARDS[category]);

/** What was taught, in a sentence. */
export function taught(category, { about = null, subject = '', from = '', count = 1 } = {}) {
  const to = towards(category);
  if (count > 1) return say('client.sort.many', count, to);
  if (about === 'message') return say('client.sort.message', subject, to);
  if (about === 'sender' || about === 'domain') return say('client.sort.sender', from, to);
  return say('client.sort.kind', subject, to);
}
