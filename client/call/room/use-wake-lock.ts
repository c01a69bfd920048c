/** Keeps the screen on while something is shown to a room, where the browser can. */
import { useEffect } from 'react';

export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let here = true;
    const hold = async (): Promise<void> => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
      // Refused on a low battery: then the screen goes dark as the device wants it.
      const held = await navigator.wakeLock.request('screen').catch(() => null);
      if (here) lock = held;
      else await held?.release();
    };
    // The browser lets go whenever the window is hidden.
    const again = (): void => void hold();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
