// Every command that has keys, or that a menu or the palette offers by its word: the one place where keys are given away.
// `keys` are named as `event.key` names them, sequences parted by a space, `Mod+` for Ctrl or ⌘. A line without a word is
// a key that is kept for what is still to come: nobody sees it, nobody else may take it.

/** The headings under which the help page shows them, in this order; each is a key of the bundle. */
export const GROUPS = {
  move: 'client.keys.move',
  do: 'client.keys.do',
  choose: 'client.keys.choose',
  write: 'client.keys.write',
  go: 'client.keys.go',
  general: 'client.keys.general',
};

export const KEYMAP = [
  { id: 'next', group: 'move', keys: ['j', 'ArrowDown'], icon: 'down', word: 'client.key.next' },
  { id: 'previous', group: 'move', keys: ['k', 'ArrowUp'], icon: 'up', word: 'client.key.previous' },
  // on a row Enter is the link's own doing; the dispatcher leaves it alone wherever something else takes it
  { id: 'open', group: 'move', keys: ['o', 'Enter'], icon: 'letter', word: 'client.key.open' },
  { id: 'close', group: 'move', keys: ['u', 'Escape'], icon: 'back', word: 'client.key.close' },
  { id: 'unfold', group: 'move', keys: [';'], icon: 'unfold', word: 'client.key.unfold' },

  { id: 'archive', group: 'do', keys: ['e'], icon: 'archive', word: 'client.key.archive' },
  { id: 'trash', group: 'do', keys: ['#', 'Delete'], icon: 'trash', word: 'client.key.trash' },
  { id: 'delete', group: 'do', keys: [], icon: 'trash', word: 'client.key.delete' },
  { id: 'spam', group: 'do', keys: ['!'], icon: 'spam', word: 'client.key.spam' },
  { id: 'not-spam', group: 'do', keys: [], icon: 'inbox', word: 'client.key.not-spam' },
  { id: 'to-inbox', group: 'do', keys: [], icon: 'inbox', word: 'client.key.to-inbox' },
  { id: 'star', group: 'do', keys: ['s'], icon: 'star', word: 'client.key.star' },
  { id: 'read', group: 'do', keys: ['I'], icon: 'read', word: 'client.key.read' },
  { id: 'unread', group: 'do', keys: ['U'], icon: 'unread', word: 'client.key.unread' },
  { id: 'snooze', group: 'do', keys: ['b'], icon: 'snooze', word: 'client.key.snooze' },
  { id: 'later', group: 'do', keys: ['w'], icon: 'later', word: 'client.key.later' },
  { id: 'aside', group: 'do', keys: ['t'], icon: 'aside', word: 'client.key.aside' },
  { id: 'mute', group: 'do', keys: ['m'], icon: 'mute', word: 'client.key.mute' },
  { id: 'move', group: 'do', keys: ['v'], icon: 'folder', word: 'client.key.move' },
  { id: 'label', group: 'do', keys: ['l'], icon: 'label', word: 'client.key.label' },
  { id: 'to-imbox', group: 'do', keys: ['1'], icon: 'inbox', word: 'client.key.to-imbox' },
  { id: 'to-feed', group: 'do', keys: ['2'], icon: 'feed', word: 'client.key.to-feed' },
  { id: 'to-paper', group: 'do', keys: ['3'], icon: 'paper', word: 'client.key.to-paper' },
  { id: 'screen-out', group: 'do', keys: ['4'], icon: 'block', word: 'client.key.screen-out' },
  { id: 'let-in', group: 'do', keys: [], icon: 'door', word: 'client.key.let-in' },
  { id: 'undo', group: 'do', keys: ['z'], icon: 'back', word: 'client.key.undo' },
  { id: 'why', group: 'do', keys: ['i'], icon: 'why', word: 'client.key.why' },

  { id: 'choose', group: 'choose', keys: ['x'], icon: 'check', word: 'client.key.choose' },
  { id: 'choose-down', group: 'choose', keys: ['J'], icon: 'down', word: 'client.key.choose-down' },
  { id: 'choose-up', group: 'choose', keys: ['K'], icon: 'up', word: 'client.key.choose-up' },
  { id: 'choose-all', group: 'choose', keys: ['* a'], icon: 'all', word: 'client.key.choose-all' },
  { id: 'choose-none', group: 'choose', keys: ['* n'], icon: 'close', word: 'client.key.choose-none' },
  { id: 'menu', group: 'choose', keys: ['ContextMenu', 'Shift+F10'], icon: 'more', word: 'client.key.menu' },

  { id: 'compose', group: 'write', keys: ['c'] },
  { id: 'reply', group: 'write', keys: ['r'] },
  { id: 'reply-all', group: 'write', keys: ['a'] },
  { id: 'forward', group: 'write', keys: ['f'] },
  { id: 'send', group: 'write', keys: ['Mod+Enter'] },

  { id: 'go-imbox', group: 'go', keys: ['g i'], icon: 'inbox', word: 'client.key.go-imbox', view: 'imbox' },
  { id: 'go-feed', group: 'go', keys: ['g f'], icon: 'feed', word: 'client.key.go-feed', view: 'feed' },
  { id: 'go-paper', group: 'go', keys: ['g p'], icon: 'paper', word: 'client.key.go-paper', view: 'paper_trail' },
  { id: 'go-screener', group: 'go', keys: ['g s'], icon: 'screener', word: 'client.key.go-screener', view: 'screener' },
  { id: 'go-out', group: 'go', keys: ['g o'], icon: 'block', word: 'client.key.go-out', view: 'screened_out' },
  { id: 'go-starred', group: 'go', keys: ['g *'], icon: 'star', word: 'client.key.go-starred', view: 'starred' },
  { id: 'go-later', group: 'go', keys: ['g w'], icon: 'later', word: 'client.key.go-later', view: 'later' },
  { id: 'go-aside', group: 'go', keys: ['g h'], icon: 'aside', word: 'client.key.go-aside', view: 'set_aside' },
  { id: 'go-snoozed', group: 'go', keys: ['g b'], icon: 'snooze', word: 'client.key.go-snoozed', view: 'snoozed' },
  { id: 'go-drafts', group: 'go', keys: ['g d'], icon: 'draft', word: 'client.key.go-drafts', view: 'drafts' },
  { id: 'go-sent', group: 'go', keys: ['g t'], icon: 'send', word: 'client.key.go-sent', view: 'sent' },
  { id: 'go-archive', group: 'go', keys: ['g e'], icon: 'archive', word: 'client.key.go-archive', view: 'archive' },
  { id: 'go-spam', group: 'go', keys: ['g !'], icon: 'spam', word: 'client.key.go-spam', view: 'spam' },
  { id: 'go-trash', group: 'go', keys: ['g #'], icon: 'trash', word: 'client.key.go-trash', view: 'trash' },
  { id: 'go-all', group: 'go', keys: ['g a'], icon: 'all', word: 'client.key.go-all', view: 'all' },

  { id: 'palette', group: 'general', keys: ['Mod+k'], icon: 'command', word: 'client.key.palette' },
  { id: 'search', group: 'general', keys: ['/'], icon: 'search', word: 'client.key.search' },
  { id: 'copilot', group: 'general', keys: ['Mod+j'] },
  { id: 'sync', group: 'general', keys: ['R'], icon: 'refresh', word: 'client.key.sync' },
  { id: 'help', group: 'general', keys: ['?'], icon: 'help', word: 'client.key.help' },
];
