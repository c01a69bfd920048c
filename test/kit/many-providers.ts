/** Every stock provider listens for the end of the process, and there are many of them here: Node need not warn of that. */
process.setMaxListeners(0);
