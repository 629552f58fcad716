// Imported first by every command: says which Node is needed before anything fails for want of it.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Heapwise needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer one from nodejs.org or with a version manager.`);
  process.exit(1);
}
