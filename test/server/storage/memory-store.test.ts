import { createMemoryStore } from '../../../server/storage/memory-store.ts';
import { storageContract } from '../../kit/storage-contract.ts';

storageContract('The memory store', () => {
  const storage = createMemoryStore();
  return {
    storage,
    make: (board, first) => storage.create(board, first),
    remove: (board) => storage.remove(board),
  };
});
