/** Whether what was written is safe, and what to do when it is not. */
import type { sync as later } from '../es/later/sync.ts';
import type { sync as first } from '../es/sync.ts';
import type { Words } from '../words.ts';

export const sync: Words<typeof first & typeof later> = {
  loading: 'Connecting…',
  synced: 'Saved',
  saving: 'Saving…',
  here: 'On this device',
  windowOnly: 'In this window only',
  offlineShort: 'Offline',
  refused: 'No access',
  trouble: {
    'cannot-save': 'The server cannot save',
    crowded: 'Too many people',
    full: 'The board is full',
    rejected: 'Could not be sent',
    'read-only': 'Not sent',
  },
  offline: 'Offline. Keep writing: it is saved here.',
  offlineReading: 'Offline. Here is the last that came to this device.',
  offlineEmpty: 'Offline. This board is not on this device yet: it appears by itself once you are connected.',
  offlineUnkept:
    'Offline, and this browser does not keep anything on the device. Do not close this window: what you write is only here.',
  todo: {
    'cannot-save': 'The server cannot save right now. Do not close this: it is saved here and will be sent.',
    crowded: 'No more people fit on this board at once. It tries again by itself in a moment.',
    full: 'This board takes no more. What was not sent is still on this device: download it and open it as a new board, or go back to a smaller copy and try again.',
    rejected:
      'The server does not accept what this device sends. What was written is still here: download it, reload the page and try again.',
    'read-only':
      'You cannot write on this board now. The last thing you wrote was not sent: it is on this device, it goes by itself if the board opens again, and you can download it.',
  },
  unkept:
    'This browser does not keep anything on the device: do not close this window without downloading, what was not sent is only here.',
  leftHere: 'The last thing you wrote did not reach the server. It is still on this device.',
  left: {
    waiting: 'Changes to send · on this device',
    stuck: 'Could not be sent · still on this device. Open the board to download it.',
  },
  download: 'Download',
  downloadText: 'As text',
  downloadMine: 'Download what I wrote',
  unsent_one: '{count} change to send',
  unsent_other: '{count} changes to send',
  back_one: 'Back online. {count} change sent.',
  back_other: 'Back online. {count} changes sent.',
  unreadable_one: '{count} element of this board could not be read and is not shown. It was not deleted.',
  unreadable_other: '{count} elements of this board could not be read and are not shown. They were not deleted.',
};
