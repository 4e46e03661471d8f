"""`python -m zhenyin.cli`"""

from zhenyin.cli import main

main()
