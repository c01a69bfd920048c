/** Takes the room on the disk from a running server, as far as it can tell: no file of it may grow. Lifted by `roomAgain`. */
import { execFileSync } from 'node:child_process';

/** From now on every write of this process fails. */
export function noMoreRoom(pid: number): void {
  execFileSync('bash', ['-c', `prlimit --pid ${pid} --fsize=1024:unlimited`], { stdio: 'ignore' });
}
