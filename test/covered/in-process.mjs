/** Goes first in every process that a measured test starts. One that is killed writes nothing then: it does at each answer. */
import { takeCoverage } from 'node:v8';

const { send } = process;
if (send !== undefined)
  process.send = (...args) => {
    takeCoverage();
    return send.apply(process, args);
  };
