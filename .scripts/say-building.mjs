// The first start compiles for a minute on a small machine: whoever waits reads what for.
console.log('Building ...');
