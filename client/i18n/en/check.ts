/** *Test my connection*, in English. */
import type * as es from '../es/later/check.ts';
import type { Words } from '../words.ts';

export const check: Words<typeof es.check> = {
  title: 'Test my connection',
  lead: 'It takes a few seconds and changes nothing on your boards.',
  trying: 'testing…',
  again: 'Test again',
  trip: '{ms} ms there and back',
  grades: { well: 'fine', fair: 'works', bad: 'fails', untried: 'not tested' },
  whole: {
    well: 'All is fine: you can join the session like this.',
    fair: 'You can join the session. Read the lines that say “works”.',
    bad: 'Something fails. Each line that says “fails” also says what to do.',
  },
  names: {
    server: 'Server',
    live: 'Live connection',
    speed: 'Speed',
    notes: 'Notes on this device',
    words: 'Your place in the cohort',
    lasting: 'Space on this device',
    clock: 'Clock',
    page: 'The page without a connection',
  },
  server: {
    well: 'The server answers.',
    bad: 'The server does not answer. What you have written is still on this device and is sent by itself once it answers. See whether another web page opens. If it does not, try another network or mobile data; if it does, tell whoever facilitates.',
  },
  live: {
    well: 'It opens: you will see at once what others write.',
    bad: 'It does not open. What you write stays on this device and is sent once it opens. Often it is a filter of an office network: try another network or mobile data.',
    untried: 'It is tested once the server answers.',
  },
  speed: {
    well: 'Fast.',
    fair: 'Slow, but it works. If the call breaks up, turn your video off: the board needs very little.',
    bad: 'Very slow. Nothing is lost: every letter stays on this device until it arrives. Move closer to the wifi, close other pages, and use the list instead of the canvas.',
    untried: 'It is measured once the live connection opens.',
  },
  notes: {
    well: 'This device keeps what you write, also without a connection.',
    bad: 'This browser does not let us keep notes. What says “Saved” is safe on the server, but what you write without a connection is lost if you close the page. Leave the private window or use another browser.',
  },
  words: {
    well: 'This device remembers who you are.',
    bad: 'This browser does not remember who you are. Your notes are safe on the server. If you close the page, join again with your link, with the same name and the same organisation.',
  },
  lasting: {
    well: 'The browser will not clear what is kept, even when it is short of space.',
    fair: 'The browser might clear what is kept when it is short of space. What says “Saved” is safe on the server. Leave some space free and do not clear the browser’s data while there are unsent notes.',
  },
  clock: {
    well: 'It agrees with the server’s.',
    fair_one:
      'The one of this device is {count} minute off the server’s. The clock of the session is right all the same. Set the time to automatic in the settings of the device, so that you are not late.',
    fair_other:
      'The one of this device is {count} minutes off the server’s. The clock of the session is right all the same. Set the time to automatic in the settings of the device, so that you are not late.',
    untried: 'It is compared once the server answers.',
  },
  page: {
    well: 'It opens without a connection too.',
    fair: 'It does not open without a connection yet; as long as you have one, everything works. Leave this page open for a minute and test again. In a private window, or where the address does not begin with https, it cannot.',
  },
};
