@echo off
rem Starts rihla.exe, which stands beside this file: its page opens in the browser.
rem Not tried on Windows yet.
setlocal
rem Messages are in UTF-8.
chcp 65001 >nul
rem Also where the folder is on another machine, and whatever its name has in it.
pushd "%~dp0"
"%~dp0rihla.exe" %*
set "code=%errorlevel%"
popd
if not "%code%"=="0" (
  echo.
  echo Rihla ne va pas plus loin ; la raison est au-dessus. Appuyez sur une touche.
  echo Rihla goes no further; the reason stands above. Press a key.
  pause >nul
)
exit /b %code%
