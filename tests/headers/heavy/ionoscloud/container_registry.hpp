// What the header checks must complain about: no licence line, and far too much.
#pragma once

#include <iostream>
#include <map>
#include <regex>
