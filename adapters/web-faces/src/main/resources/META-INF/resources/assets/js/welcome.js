// The first page of somebody without accounts: it becomes an inbox as soon as there is one.
import { begin } from './chrome.js';
import { listen } from './live.js';

begin();
listen(['sync'], () => location.reload());
