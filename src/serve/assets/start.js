// The program stays for as long as this page is connected.
new EventSource(new URL("stay", import.meta.url));
