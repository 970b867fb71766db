// On the pages of help that someone else should not see: the page that is left gives its place in the
// history to the one that is opened, so that Back does not return to it. Without scripts, it is a link.
const link = document.querySelector(".leave a");
link.addEventListener("click", (event) => {
  event.preventDefault();
  location.replace(link.href);
});
